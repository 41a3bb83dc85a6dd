import { Button } from './Button.js';
import { words } from './words.js';

export interface PaginationProps {
  shown: number;
  total?: number;
  hasMore: boolean;
  pending?: boolean;
  onMore: () => void;
}

/** 'Show more': the list grows under your eyes and nothing you have read goes away. */
export function Pagination({ shown, total, hasMore, pending = false, onMore }: PaginationProps) {
  return (
    <div className="ui-more">
      {total !== undefined && (
        <p className="ui-note" role="status">
          {words.shown(shown, total)}
        </p>
      )}
      {hasMore && (
        <Button pending={pending} onPress={onMore}>
          {words.showMore}
        </Button>
      )}
    </div>
  );
}
