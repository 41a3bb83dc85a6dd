import type { ReactNode } from 'react';
import { words } from './words.js';

export type StepState = keyof typeof words.steps;

export interface TimelineStep {
  id: string;
  title: ReactNode;
  /** When, as a Day or Instant. */
  when?: ReactNode;
  state: StepState;
  children?: ReactNode;
}

/** A ladder of dated steps: what has been done, what is due now, what comes next. */
export function Timeline({ label, steps }: { label: string; steps: readonly TimelineStep[] }) {
  return (
    <ol className="ui-timeline" aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className="ui-step" data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <svg className="ui-step-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <circle cx="12" cy="12" r="9" />
            {step.state === 'done' && <path d="M7.5 12.5l3 3 6-7" />}
            {step.state === 'late' && <path d="M12 7v6.5M12 16v1" />}
            {step.state === 'now' && <circle cx="12" cy="12" r="3.5" className="ui-step-dot" />}
          </svg>
          <div className="ui-step-body">
            <p className="ui-step-when">
              <span className="ui-step-state">{words.steps[step.state]}</span>
              {step.when && <span>{step.when}</span>}
            </p>
            <p className="ui-step-title">{step.title}</p>
            {step.children && <div className="ui-step-more">{step.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
