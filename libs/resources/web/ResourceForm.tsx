import { Button, FileField, Form, FormActions, LinkButton, MarkdownField, Notice, RadioGroup, Select, TextArea, TextField } from '@app/ui';
import { type FieldMessage, unfinishedFiles, useSessionInfo } from '@app/platform/web';
import { PrinciplePicker, TopicPicker } from '@app/framework/web';
import { useMemo, useState } from 'react';
import { type Licence, LICENCE_WORDS, LICENCES, usualLicence } from '../contract/licences.js';
import { DESCRIPTION_MAX, FILE_ENDINGS, NOTE_MAX, SUMMARY_MAX, TAGS_MAX, TEXT_MAX, TITLE_MAX, URL_MAX, VIDEO_MAX_BYTES } from '../contract/limits.js';
import { isPicture } from '../contract/pictures.js';
import { FileCheck } from './FileCheck.js';
import { FileRoomLine } from './FileRoomLine.js';
import { fileWords } from './file-words.js';
import { recordWords } from './record-words.js';
import { useUpload } from './useUpload.js';
import { words } from './words.js';

export type Form3 = 'link' | 'file' | 'text';

export interface ResourceFields {
  title: string;
  summary: string;
  body: string | null;
  url: string | null;
  fileId: string | null;
  /** What a picture shows; only of a picture. */
  fileDescription?: string | null;
  audience: string;
  principles: number[];
  topics: string[];
  licence: Licence;
  reviewOn: string | null;
  /** What changed; only when something is edited. */
  versionNote?: string;
}

export interface ResourceFormProps {
  form: Form3;
  /** What stands there already, when something is edited. */
  start?: Partial<ResourceFields>;
  /** The name of the file that is there already. */
  fileName?: string | undefined;
  /** In whose room a file counts; the first team that one speaks for where it is null. */
  organizationId?: string | null;
  readers: readonly { key: string; name: string | null }[];
  errors: readonly FieldMessage[];
  problem: string | null;
  pending: boolean;
  submit: string;
  cancelTo: string;
  onSubmit: (fields: ResourceFields) => void;
}

/** What is filled in to share something: the thing, its name, what it is about, who may read it. */
export function ResourceForm({ form, start = {}, fileName, organizationId = null, readers, errors, problem, pending, submit, cancelTo, onSubmit }: ResourceFormProps) {
  const [title, setTitle] = useState(start.title ?? '');
  const [summary, setSummary] = useState(start.summary ?? '');
  const [body, setBody] = useState(start.body ?? '');
  const [url, setUrl] = useState(start.url ?? '');
  const [audience, setAudience] = useState(start.audience ?? readers[0]?.key ?? 'members');
  const [principles, setPrinciples] = useState<number[]>(start.principles ?? []);
  const [topics, setTopics] = useState<string[]>(start.topics ?? []);
  const upload = useUpload();
  // What the last file proposed: another one may propose anew until somebody has written a title.
  const [proposed, setProposed] = useState('');
  const owner = useSessionInfo()?.person?.id ?? '';
  const unfinished = useMemo(() => (form === 'file' ? unfinishedFiles(owner) : []), [form, owner]);
  const [licence, setLicence] = useState<Licence>(start.licence ?? usualLicence(form));
  const [reviewOn, setReviewOn] = useState(start.reviewOn ?? '');
  const [versionNote, setVersionNote] = useState('');
  const isEdited = start.title !== undefined;
  const isAnother = isEdited && (upload.file?.fileId !== undefined || body !== (start.body ?? '') || url !== (start.url ?? ''));
  // Another file begins without a description; the words of the one that is there wait in case it stays.
  const isFresh = Boolean(upload.file && !upload.file.error);
  const [freshDescription, setFreshDescription] = useState('');
  const [keptDescription, setKeptDescription] = useState(start.fileDescription ?? '');
  const fileDescription = isFresh ? freshDescription : keptDescription;
  const describes = form === 'file' && isPicture((isFresh ? upload.file?.name : fileName) ?? '');
  const [early, setEarly] = useState(false);
  const left = TAGS_MAX - principles.length - topics.length;
  const mistakes = useMemo(() => (left < 0 ? [{ field: 'principles', message: words.tooMany }] : errors), [left, errors]);

  function send() {
    // Sharing before the file is there would lose it; the words say what to wait for.
    setEarly(upload.underway);
    if (upload.underway || left < 0) return;
    onSubmit({ title, summary, body: form === 'text' ? body : null, url: form === 'link' ? url : null, fileId: form === 'file' ? (upload.file?.fileId ?? null) : null, ...(describes ? { fileDescription } : {}), audience, principles, topics, licence, reviewOn: reviewOn || null, ...(isAnother ? { versionNote } : {}) });
  }

  return (
    <Form errors={mistakes} problem={problem} onSubmit={send}>
      {form === 'link' && <TextField name="url" label={words.url} hint={words.urlHint} type="text" inputMode="url" autoComplete="off" value={url} onChange={setUrl} maxLength={URL_MAX} required />}
      {form === 'file' && (
        <>
          {unfinished.length > 0 && !upload.file && <Notice>{fileWords.unfinished(unfinished)}</Notice>}
          <FileField
            name="fileId"
            label={words.file}
            hint={fileName ? `${words.fileStays(fileName)} ${words.fileHint}` : words.fileHint}
            error={early && upload.underway ? words.fileWait : undefined}
            accept={[...FILE_ENDINGS, 'jpeg'].map((ending) => `.${ending}`)}
            maxBytes={VIDEO_MAX_BYTES}
            files={upload.file ? [{ id: 'one', ...upload.file, ...(upload.file.waiting ? { note: fileWords.waiting } : upload.file.goesOn && upload.underway ? { note: fileWords.goesOn } : {}) }] : []}
            onChoose={([chosen]) => {
              if (!chosen) return;
              if (!title || title === proposed) {
                setTitle(titleFrom(chosen.name));
                setProposed(titleFrom(chosen.name));
              }
              void upload.send(chosen);
            }}
            onRemove={upload.remove}
            onGoOn={upload.goOn}
          />
          {describes && (
            <TextArea name="fileDescription" label={fileWords.describe} hint={fileWords.describeHint} value={fileDescription} onChange={isFresh ? setFreshDescription : setKeptDescription} rows={2} maxLength={DESCRIPTION_MAX} />
          )}
          <FileRoomLine organizationId={organizationId} />
          {upload.file?.fileId && <FileCheck fileId={upload.file.fileId} />}
        </>
      )}
      <TextField name="title" label={words.name} hint={words.nameHint} value={title} onChange={setTitle} maxLength={TITLE_MAX} required />
      <TextArea name="summary" label={words.summary} hint={words.summaryHint} value={summary} onChange={setSummary} rows={3} maxLength={SUMMARY_MAX} />
      {form === 'text' && <MarkdownField name="body" label={words.body} value={body} onChange={setBody} rows={14} maxLength={TEXT_MAX} required />}
      {isAnother && <TextField name="versionNote" label={recordWords.versionNote} hint={recordWords.versionNoteHint} value={versionNote} onChange={setVersionNote} maxLength={NOTE_MAX} />}
      <Select
        name="licence"
        label={recordWords.licenceField}
        options={LICENCES.map((one) => ({ value: one, label: LICENCE_WORDS[one].label, note: LICENCE_WORDS[one].note }))}
        value={licence}
        onChange={(value) => setLicence(value as Licence)}
        required
      />
      <RadioGroup
        name="audience"
        label={words.pickReaders}
        required
        value={audience}
        onChange={setAudience}
        options={readers.map(({ key, name }) => ({ value: key, label: readerLabel(key, name) }))}
      />
      <PrinciplePicker value={principles} onChange={setPrinciples} hint={words.tagsHint(left)} />
      <TopicPicker value={topics} onChange={setTopics} />
      <TextField name="reviewOn" label={recordWords.reviewField} hint={recordWords.reviewHint} type="date" value={reviewOn} onChange={setReviewOn} width="medium" />
      <FormActions>
        <Button type="submit" look="primary" pending={pending}>
          {submit}
        </Button>
        <LinkButton to={cancelTo} look="quiet">
          {words.cancel}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

function readerLabel(key: string, name: string | null): string {
  if (name === null) return words.audience[key] ?? key;
  return key.startsWith('conference:') ? words.conference(name) : words.team(name);
}

/** A first proposal out of the file's name; the writer mends it. */
function titleFrom(name: string): string {
  const words = name.replace(/\.[^.]+$/, '').replace(/[-_]+/g, ' ').trim();
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, TITLE_MAX);
}
