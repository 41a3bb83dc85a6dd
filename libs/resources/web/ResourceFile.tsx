import { Button, FileField, LinkButton, Notice, say, Section, Select } from '@app/ui';
import { useAct } from '@app/platform/web';
import { LANGUAGES, USUAL_LANGUAGE } from '../contract/languages.js';
import { isPicture } from '../contract/pictures.js';
import { useState } from 'react';
import { FileAdvice, PupilNotice } from './FileNotes.js';
import { fileWords } from './file-words.js';
import { CaptionFilmDocument, RemoveCaptionsDocument, SetCaptionsLanguageDocument } from './resource-files.generated.js';
import type { ResourceShown } from './ResourceView.js';
import { useUpload } from './useUpload.js';
import { words } from './words.js';

type Shown = NonNullable<ResourceShown['file']>;

/** The file of a resource: what it looks like, how to get it, and for its team what to do about it. */
export function ResourceFile({ resource, file }: { resource: ResourceShown; file: Shown }) {
  const mine = file.gate === 'held' && file.judges;
  const open = file.gate === 'open' || mine;
  return (
    <Section title={words.how}>
      <div className="flex flex-col gap-3">
        {file.ending === 'mp4' && open ? <Film title={resource.title} file={file} /> : <Tile file={file} />}
        <p>
          {capital(words.kindOf(file.ending))}, {words.size(file.size)}: <span className="break-words">{file.name}</span>
          <TextState file={file} mine={mine} />
        </p>
        <Gate file={file} mine={mine} />
        {open && (
          <p>
            {/* The server sends it as an attachment, so the page stays. */}
            <a className="ui-button" data-look="primary" href={file.path} download={file.name}>
              {words.download}
            </a>
          </p>
        )}
        {file.judges && <PupilNotice fileId={file.id} findings={file.findings} replace={resource.viewerCan.edit ? <LinkButton to={`/library/${resource.id}/edit`}>{fileWords.replace}</LinkButton> : undefined} />}
        {file.ending === 'mp4' && resource.viewerCan.edit && <Captions resourceId={resource.id} language={file.captionsLanguage} />}
        <FileAdvice advice={file.advice} />
      </div>
    </Section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first page, or for kinds that have none a sheet with the kind's name on it. */
function Tile({ file }: { file: Shown }) {
  const { preview } = file;
  if (preview)
    return <img className="ui-preview" src={preview.path} width={preview.width} height={preview.height} loading="lazy" alt={isPicture(file.ending) ? (file.description ?? fileWords.picture(file.name)) : fileWords.preview(file.name)} />;
  return (
    <div className="ui-tile" aria-hidden="true">
      <svg viewBox="0 0 120 150" focusable="false">
        <path d="M4 4h78l34 34v108H4z M82 4v34h34" />
        <path className="ui-tile-lines" d={LINES[file.ending] ?? LINES.docx} />
      </svg>
      <span>{fileWords.tile(file.ending)}</span>
    </div>
  );
}

/** What stands on the sheet: lines of words, a slide, a grid, a film. */
const LINES: Record<string, string> = {
  docx: 'M22 60h76M22 76h76M22 92h76M22 108h46',
  pptx: 'M22 60h76v48H22zM34 76h36M34 88h24',
  xlsx: 'M22 60h76v48H22zM22 76h76M22 92h76M47 60v48M73 60v48',
  csv: 'M22 60h76v48H22zM22 76h76M22 92h76M47 60v48M73 60v48',
  mp4: 'M46 62v44l38-22z',
};

function Film({ title, file }: { title: string; file: Shown }) {
  return (
    // Where there are no captions, its team is asked for them on this page; the words alone would not be better off without the film.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video className="ui-film" controls preload="metadata" aria-label={fileWords.film(title)} src={file.path}>
      {file.captions && <track kind="captions" srcLang={file.captionsLanguage ?? USUAL_LANGUAGE} label={fileWords.captions(nameOf(file.captionsLanguage ?? USUAL_LANGUAGE))} src={file.captions} default />}
    </video>
  );
}

function TextState({ file, mine }: { file: Shown; mine: boolean }) {
  const said =
    file.reading === 'waiting'
      ? file.gate === 'held' && !mine
        ? fileWords.readingOthers
        : fileWords.reading
      : file.reading === 'read'
        ? file.parts > 0 && file.gate === 'open' && fileWords.read(file.ending, file.parts, file.cut)
        : file.reading === 'no_text'
          ? file.ending === 'pdf' ? fileWords.no_text : fileWords.no_text_other
          : file.reading === 'unreadable' && fileWords.unreadable;
  if (!said || file.gate === 'checking' || file.gate === 'infected') return null;
  return (
    <span className="block text-note text-quiet" role="status">
      {said}
    </span>
  );
}

function Gate({ file, mine }: { file: Shown; mine: boolean }) {
  if (file.gate === 'checking') return <Notice title={fileWords.checking}>{fileWords.checkingText}</Notice>;
  if (file.gate === 'infected')
    return (
      <Notice kind="danger" title={fileWords.infected}>
        {fileWords.infectedText}
      </Notice>
    );
  if (file.gate === 'held' && !mine && file.reading !== 'waiting') return <Notice title={fileWords.held}>{fileWords.heldText}</Notice>;
  return null;
}

const nameOf = (language: string): string => LANGUAGES[language] ?? language;

/** Gives a film captions, others in their place, or none. `language` is that of those it has. */
function Captions({ resourceId, language }: { resourceId: string; language: string | null }) {
  const remove = useAct(RemoveCaptionsDocument, { onDone: () => say(fileWords.captionsRemoved) });
  return (
    <>
      <AddCaptions resourceId={resourceId} now={language} />
      {language && (
        <div>
          <Button look="quiet" pending={remove.pending} onPress={() => void remove.run({ resourceId })}>
            {fileWords.removeCaptions}
          </Button>
          {remove.message && <Notice kind="danger" live title={remove.message} />}
        </div>
      )}
    </>
  );
}

/** For captions that were said to be in another language than they are. */
function MendLanguage({ resourceId, language }: { resourceId: string; language: string }) {
  const mend = useAct(SetCaptionsLanguageDocument, { onDone: () => say(fileWords.captionsLanguageSaved(nameOf(language))) });
  return (
    <div>
      <Button pending={mend.pending} onPress={() => void mend.run({ resourceId, language })}>
        {fileWords.captionsAre(nameOf(language))}
      </Button>
      {(mend.message ?? mend.fields[0]) && <Notice kind="danger" live title={mend.message ?? mend.fields[0]?.message ?? ''} />}
    </div>
  );
}

function AddCaptions({ resourceId, now }: { resourceId: string; now: string | null }) {
  const [language, setLanguage] = useState(now ?? USUAL_LANGUAGE);
  const upload = useUpload();
  const caption = useAct(CaptionFilmDocument, {
    onDone: () => {
      say(fileWords.captionsAdded);
      upload.remove();
    },
  });
  const { file } = upload;
  return (
    <>
      <Select
        name="language"
        label={fileWords.captionsLanguage}
        hint={fileWords.captionsLanguageHint}
        options={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        value={language}
        onChange={setLanguage}
        required
        disabled={file !== null && !file.error}
      />
      {now && language !== now && !file && <MendLanguage resourceId={resourceId} language={language} />}
      <FileField
        label={now ? fileWords.replaceCaptions : fileWords.addCaptions}
        hint={now ? `${fileWords.captionsNow(nameOf(now))} ${fileWords.addCaptionsHint}` : fileWords.addCaptionsHint}
        error={caption.message ?? caption.fields[0]?.message}
        accept={['.vtt']}
        files={file ? [{ id: 'one', ...file }] : []}
        onChoose={([chosen]) => chosen && void upload.send(chosen, (captionsFileId) => void caption.run({ resourceId, captionsFileId, language }))}
        onRemove={upload.remove}
        onGoOn={upload.goOn}
      />
    </>
  );
}
