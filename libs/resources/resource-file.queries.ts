import { type FileGate, filePath, type FileReading, type Finding, gateOf } from '@app/platform/files';
import { isPicture } from './contract/pictures.js';

/** The file of a resource as the statement reads it. */
export interface FileRow {
  id: string;
  originalName: string;
  ending: string;
  size: number;
  uploadedBy: string;
  scan: 'clean' | 'infected' | null;
  reading: FileReading;
  cut: boolean;
  description: string | null;
  advice: string[];
  findings: Finding[];
  cleared: boolean;
  parts: number;
  preview: { width: number; height: number } | null;
  captions: { id: string; language: string; originalName: string; ending: string; scan: 'clean' | 'infected' | null; reading: FileReading; findings: Finding[]; cleared: boolean } | null;
}

/** The file of a resource as a page shows it to one viewer. */
export interface FileView {
  id: string;
  name: string;
  ending: string;
  size: number;
  path: string;
  gate: FileGate;
  reading: FileReading;
  cut: boolean;
  parts: number;
  description: string | null;
  preview: { path: string; width: number; height: number } | null;
  captions: string | null;
  captionsLanguage: string | null;
  hasCaptions: boolean;
  advice: string[];
  findings: Finding[];
  judges: boolean;
}

const GATE = (f: string): string => `'ending', ${f}.ending, 'scan', ${f}.scan, 'reading', ${f}.reading, 'findings', ${f}.findings, 'cleared', ${f}.cleared_at is not null`;

/** For SQL: a file `f` with all that its page shows; null where there is none. */
export const FILE = (f: string): string => `case when ${f}.id is not null then jsonb_build_object('id', ${f}.id, 'originalName', ${f}.original_name, 'size', ${f}.size, 'uploadedBy', ${f}.uploaded_by, 'cut', ${f}.cut, 'description', ${f}.description, 'advice', ${f}.advice, ${GATE(f)},
      'parts', (select count(*) from file_text t where t.file_id = ${f}.id),
      'preview', (select jsonb_build_object('width', p.width, 'height', p.height) from file_preview p where p.file_id = ${f}.id),
      'captions', case when ${f}.ending = 'mp4' then (select jsonb_build_object('id', c.id, 'language', c.language, 'originalName', c.original_name, ${GATE('c')}) from file c where c.captions_of = ${f}.id limit 1) end) end`;

/** What one viewer sees of a file: the advice and what was found are for those who may do something about it, and they get it while others wait. */
export function fileView(file: FileRow, { scanned, judges }: { scanned: boolean; judges: boolean }): FileView {
  const gate = gateOf(file, scanned);
  const captions = file.captions && gateOf(file.captions, scanned) === 'open' ? filePath(file.captions) : null;
  const silent = file.ending === 'mp4' && !file.captions ? ['no-captions'] : [];
  const undescribed = isPicture(file.ending) && !file.description ? ['no-description'] : [];
  return {
    id: file.id,
    name: file.originalName,
    ending: file.ending,
    size: file.size,
    path: filePath(file),
    gate,
    reading: file.reading,
    cut: file.cut,
    parts: file.parts,
    description: file.description,
    preview: file.preview && gate === 'open' ? { path: `/previews/${file.id}`, ...file.preview } : null,
    captions,
    captionsLanguage: file.captions?.language ?? null,
    hasCaptions: file.captions !== null,
    advice: judges ? [...silent, ...undescribed, ...file.advice] : [],
    findings: judges && !file.cleared ? file.findings : [],
    judges,
  };
}
