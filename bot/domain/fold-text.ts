/** Lower case, without accents: "Núñez" is found by "nunez". */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
