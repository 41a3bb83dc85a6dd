import { Button } from '@app/ui';

/** The name of a row, which opens it: set like the text around it, and as large as a thumb. */
export function RowButton({ children, onPress }: { children: string; onPress: () => void }) {
  return (
    <div className="min-w-[10rem] [&_.ui-button]:-mt-1 [&_.ui-button]:justify-start [&_.ui-button]:text-left">
      <Button look="quiet" onPress={onPress}>
        {children}
      </Button>
    </div>
  );
}
