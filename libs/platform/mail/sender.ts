/** The domain of a sender such as `Accord <accord@example.org>`; Message-IDs end with it. */
export function domainOf(sender: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(sender)?.[1]?.toLowerCase() ?? 'localhost';
}
