export interface Part {
  text: string;
  hit: boolean;
}

/** A title or excerpt in which what was looked for is marked. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, at) => (part.hit ? <mark key={at} className="bg-accent-tint font-semibold text-ink">{part.text}</mark> : part.text));
}

/** The words of the parts without their marks. */
export function textOf(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('');
}
