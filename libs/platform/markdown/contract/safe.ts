/** The headings that a member may write; wherever they are shown they become something else, for they would break the outline of the page. */
export const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** The elements that may come of a member's Markdown, besides headings. */
export const ELEMENTS = ['p', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'br'] as const;

const PROTOCOLS = ['http:', 'https:', 'mailto:'];

/** The address that a member wrote, or the empty text when it leads to anything but a page or a mailbox. */
export function safeAddress(address: string): string {
  try {
    return PROTOCOLS.includes(new URL(address).protocol) ? address : '';
  } catch {
    return '';
  }
}
