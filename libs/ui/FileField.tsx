import { useId, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from './Button.js';
import { Icon } from './Icon.js';
import { useMistake } from './mistakes.js';
import { ProgressBar } from './ProgressBar.js';
import { words } from './words.js';

export interface ChosenFile {
  id: string;
  name: string;
  /** From 0 to 1 while the file is on its way; absent once it has arrived. */
  progress?: number;
  /** What is to be known meanwhile, such as that the line is lost. */
  note?: string;
  error?: string;
  /** What was sent is still there: it can go on where it stopped. */
  canGoOn?: boolean;
}

export interface FileFieldProps {
  label: string;
  name?: string;
  hint?: string;
  error?: string | undefined;
  /** MIME types or endings such as '.pdf'. */
  accept?: readonly string[];
  multiple?: boolean;
  maxBytes?: number;
  files: readonly ChosenFile[];
  onChoose: (files: File[]) => void;
  onRemove?: (id: string) => void;
  onGoOn?: (id: string) => void;
}

/** Files to be sent: choose, watch them arrive, take one away again. */
export function FileField({ label, name, hint, error, accept, multiple = false, maxBytes, files, onChoose, onRemove, onGoOn }: FileFieldProps) {
  const known = useMistake(name, error);
  const id = useId();
  const [tooLarge, setTooLarge] = useState<string>();

  function choose(list: FileList | null) {
    const chosen = [...(list ?? [])];
    const large = chosen.find((file) => maxBytes !== undefined && file.size > maxBytes);
    setTooLarge(large && words.fileTooLarge(large.name, megabytes(maxBytes ?? 0)));
    const fitting = chosen.filter((file) => maxBytes === undefined || file.size <= maxBytes);
    if (fitting.length > 0) onChoose(fitting);
  }

  const mistake = known ?? tooLarge;
  return (
    <div className="ui-field" role="group" aria-labelledby={`${id}-label`} data-field={name} data-invalid={mistake ? true : undefined}>
      <span className="ui-label" id={`${id}-label`}>
        {label}
      </span>
      {hint && <span className="ui-hint">{hint}</span>}
      {files.length > 0 && (
        <ul className="ui-files">
          {files.map((file) => (
            <li key={file.id} className="ui-file">
              <Icon name="file" />
              <div className="ui-file-body">
                {file.progress === undefined || file.error ? <span>{file.name}</span> : <ProgressBar label={file.name} value={Math.round(file.progress * 100)} />}
                {file.note && !file.error && (
                  <span className="ui-hint" role="status">
                    {file.note}
                  </span>
                )}
                {file.error && (
                  <span className="ui-mistake" role="alert">
                    {file.error}
                  </span>
                )}
              </div>
              {onGoOn && file.canGoOn && <Button onPress={() => onGoOn(file.id)}>{words.goOn}</Button>}
              {onRemove && (
                <Button look="quiet" aria-label={words.remove(file.name)} onPress={() => onRemove(file.id)}>
                  {words.remove('').trim()}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <FileTrigger allowsMultiple={multiple} onSelect={choose} {...(accept ? { acceptedFileTypes: [...accept] } : {})}>
        <Button icon="file">{multiple ? words.chooseFiles : words.chooseFile}</Button>
      </FileTrigger>
      {mistake && (
        <p className="ui-mistake" role="alert">
          <Icon name="attention" />
          <span>{mistake}</span>
        </p>
      )}
    </div>
  );
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024))} MB`;
}
