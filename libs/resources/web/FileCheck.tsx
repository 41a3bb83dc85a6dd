import { useGraph } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { FileAdvice, PupilNotice } from './FileNotes.js';
import { fileWords as words } from './file-words.js';
import { SentFileDocument } from './resource-files.generated.js';

const LOOK_EVERY_MS = 2000;

/** What has been found out about a file that was just sent, before it is shared. */
export function FileCheck({ fileId }: { fileId: string }) {
  const [waits, setWaits] = useState(true);
  const { data } = useGraph(SentFileDocument, { id: fileId }, { freshFor: 0, ...(waits ? { every: LOOK_EVERY_MS } : {}) });
  const file = data?.sentFile;
  const reading = file?.reading === 'waiting';
  useEffect(() => setWaits(!file || reading), [file, reading]);
  if (!file) return null;
  return (
    <div className="flex flex-col gap-2" role="status">
      {reading && <p className="text-note text-quiet">{words.sentReading}</p>}
      {file.gate === 'infected' && <p className="ui-mistake">{words.infectedText}</p>}
      <PupilNotice fileId={file.id} findings={file.findings} />
      {!reading && file.findings.length === 0 && file.reading === 'read' && <p className="text-note text-quiet">{file.cut ? words.sentCut : words.sentChecked}</p>}
      <FileAdvice advice={file.advice} level={2} />
    </div>
  );
}
