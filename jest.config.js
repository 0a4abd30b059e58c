const transform = {
  '^(?!.*/node_modules/).+\\.(ts|tsx|mjs)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        experimental: { keepImportAttributes: true },
      },
      module: { type: 'es6' },
    },
  ],
}
const common = {
  transform,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transformIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
}
/** Not jest's own, which belong to one file each, and not Teams's, which looks at the window that a test made. */
const packagesFromNode = {
  transform: { ...transform, '/node_modules/.+\\.[cm]?js$': '<rootDir>/test/support/from-node.mjs' },
  transformIgnorePatterns: ['/node_modules/(@jest|jest[-/]|expect/|@swc/|@microsoft/teams-js/)'],
}

/**
 * `node` and `tab` are the fast suites; `kill` mostly waits for what a dead process held, so it runs beside others; `journeys`
 * drives a real browser and is chosen by name.
 */
export default {
  // Three share two cores: one or the other always waits for its turn to speak to Teams or for a lease.
  maxWorkers: 3,
  // Modules of finished files stay in a worker's memory, and sweeping gigabytes takes longer than starting anew.
  workerIdleMemoryLimit: '1500MB',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  testTimeout: 120_000,
  projects: [
    {
      ...common,
      displayName: 'node',
      ...packagesFromNode,
      testEnvironment: '<rootDir>/test/support/plain-node.mjs',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/journeys/', '<rootDir>/test/kill/'],
    },
    {
      ...common,
      displayName: 'kill',
      ...packagesFromNode,
      testEnvironment: '<rootDir>/test/support/plain-node.mjs',
      testMatch: ['<rootDir>/test/kill/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'tab',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/**/*.test.tsx'],
    },
    {
      ...common,
      displayName: 'journeys',
      testEnvironment: '<rootDir>/test/support/plain-node.mjs',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
    },
  ],
}
