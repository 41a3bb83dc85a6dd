import { useIsFetching } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Says on the document whether an answer is still on its way, for those who wait until a page is whole: printers, crawlers, tests. */
export function Fetching() {
  const asking = useIsFetching() > 0;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-fetching', asking);
  }, [asking]);
  return null;
}
