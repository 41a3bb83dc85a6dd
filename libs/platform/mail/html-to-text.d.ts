/** The little of html-to-text that is used here: it brings no types, and those published elsewhere are for the version before. */
declare module 'html-to-text' {
  export interface Selector {
    selector: string;
    format?: string;
    options?: Record<string, unknown>;
  }

  export function compile(options: { wordwrap: number; selectors: Selector[] }): (html: string) => string;
}
