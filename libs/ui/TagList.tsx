import { Tag } from './Tag.js';

export interface TagListProps {
  /** What the tags are, for those who listen. */
  label: string;
  tags: readonly { label: string; to?: string }[];
}

/** The tags of one thing, in a row. */
export function TagList({ label, tags }: TagListProps) {
  if (tags.length === 0) return null;
  return (
    <ul className="ui-tags" aria-label={label}>
      {tags.map((tag) => (
        <li key={tag.label}>
          <Tag {...(tag.to ? { to: tag.to } : {})}>{tag.label}</Tag>
        </li>
      ))}
    </ul>
  );
}
