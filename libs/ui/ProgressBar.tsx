import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';

/** How far something has come, as a bar and as words; without `value`, only that it is under way. */
export function ProgressBar({ label, value, max = 100 }: { label: string; value?: number; max?: number }) {
  return (
    <AriaProgressBar
      className="ui-progress"
      maxValue={max}
      {...(value === undefined ? { isIndeterminate: true } : { value })}
    >
      {({ percentage, valueText }) => (
        <>
          <Label className="ui-progress-label">{label}</Label>
          <span className="ui-progress-value">{valueText}</span>
          <svg className="ui-progress-bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1">
            <rect className="ui-progress-done" width={percentage ?? 100} height="1" data-open={percentage === undefined || undefined} />
          </svg>
        </>
      )}
    </AriaProgressBar>
  );
}
