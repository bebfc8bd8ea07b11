/** JavaScript that notes that it ran. */
export function note(name: string): string {
  return `window.ran = (window.ran || []).concat('${name}');`;
}
