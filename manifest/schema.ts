// Microsoft's own schema check. Works offline: the schema of our manifest version is inside the library.
import { AppManifestUtils } from '@microsoft/app-manifest'

/** Faults against the schema that the manifest names, in the library's words. */
export async function schemaFaults(manifest: object): Promise<string[]> {
  // The library's type lists every manifest version; what is wrong with ours is what it is asked to tell.
  const faults = await AppManifestUtils.validateAgainstSchema(manifest as never)
  return faults.map((fault) => `manifest.json ${fault}`)
}
