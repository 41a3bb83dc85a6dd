/** "About your size, rural as well." */
export function sentence(parts: readonly string[]): string {
  const text = parts.join(', ');
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
