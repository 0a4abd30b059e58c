/** Sources of the demo tenant in a bundle; production must hold none. `metafile` is esbuild's. */
export function findBundledDemo(metafile) {
  return Object.keys(metafile.inputs).filter((path) => path.startsWith('bot/demo/'))
}
