// The scripts of infra/local are plain JavaScript, so that any Node can start them; the tests take them untyped.
declare module '*.mjs'
