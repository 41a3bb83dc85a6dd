import { Button, Disclosure, Notice, say } from '@app/ui';
import { useAct } from '@app/platform/web';
import type { ReactNode } from 'react';
import { fileWords as words } from './file-words.js';
import { ClearFileDocument } from './resource-files.generated.js';

export interface Found {
  code: string;
  count: number;
  where: readonly string[];
}

/** What looks like data of students, told to those who can do something about it, with the two ways out. */
export function PupilNotice({ fileId, findings, replace }: { fileId: string; findings: readonly Found[]; replace?: ReactNode }) {
  const clear = useAct(ClearFileDocument, { onDone: () => say(words.cleared) });
  if (findings.length === 0) return null;
  return (
    <Notice
      kind="attention"
      title={words.findingsTitle}
      action={
        <div className="flex flex-wrap gap-1">
          {replace}
          <Button pending={clear.pending} onPress={() => void clear.run({ fileId })}>
            {words.clear}
          </Button>
        </div>
      }
    >
      <p>{words.findingsText}</p>
      <ul className="list-disc pl-3">
        {findings.map(({ code, count, where }) => (
          <li key={code}>{words.finding(code, count, where)}</li>
        ))}
      </ul>
      <p>{words.findingsAdvice}</p>
      {clear.message && <p role="alert">{clear.message}</p>}
    </Notice>
  );
}

/** What would make a file easier to use for everybody, to read when there is time. */
export function FileAdvice({ advice, level = 3 }: { advice: readonly string[]; level?: 2 | 3 }) {
  if (advice.length === 0) return null;
  return (
    <Disclosure title={words.adviceCount(advice.length)} level={level}>
      <dl className="m-0">
        {advice.map((code) => (
          <div key={code} className="mb-2">
            <dt className="font-semibold">{words.adviceOf(code).title}</dt>
            <dd className="m-0">{words.adviceOf(code).text}</dd>
          </div>
        ))}
      </dl>
      <p className="text-note text-quiet">{words.adviceOnlyYou}</p>
    </Disclosure>
  );
}
