export type AvatarShape = 'disc' | 'square' | 'hexagon';

const shapes: Record<AvatarShape, string> = {
  disc: 'M20 1.5a18.5 18.5 0 1 1 0 37a18.5 18.5 0 0 1 0-37z',
  square: 'M3 3h34v34H3z',
  hexagon: 'M20 1l17 9.5v19L20 39 3 29.5v-19z',
};

export interface AvatarProps {
  name: string;
  /** Tells roles apart by form, since colour must not. */
  shape?: AvatarShape;
  size?: 'small' | 'medium' | 'large';
}

/** A person's initials. The name always stands beside it, so listeners do not hear it twice. */
export function Avatar({ name, shape = 'disc', size = 'medium' }: AvatarProps) {
  return (
    <svg className="ui-avatar" data-size={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d={shapes[shape]} />
      <text x="20" y="20" dy="0.36em" textAnchor="middle">
        {initials(name)}
      </text>
    </svg>
  );
}

function initials(name: string): string {
  const parts = name
    .replace(/\b(Dr|Mr|Ms|Mrs|Prof)\.?\s/gi, '')
    .split(/\s+/)
    .filter((part) => /^\p{L}/u.test(part));
  const first = parts[0]?.[0] ?? '';
  const last = parts.length > 1 ? (parts[parts.length - 1]?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('en-US');
}
