import { useState } from 'react';
import { Button } from './Button.js';
import { Markdown } from './Markdown.js';
import { TextArea, type TextAreaProps } from './TextArea.js';
import { words } from './words.js';

export interface MarkdownFieldProps extends Omit<TextAreaProps, 'value' | 'defaultValue' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
}

/** A place to write a letter, and to see how it will read before it goes. */
export function MarkdownField({ value, onChange, hint = words.markdownHint, label, rows = 8, ...rest }: MarkdownFieldProps) {
  const [preview, setPreview] = useState(false);
  return (
    <div className="ui-markdown-field">
      {preview ? (
        <div className="ui-field">
          <span className="ui-label">{label}</span>
          <div className="ui-preview" role="region" aria-label={`${label}: ${words.preview}`}>
            {value.trim() ? <Markdown text={value} /> : <p className="ui-hint">{words.nothingToPreview}</p>}
          </div>
        </div>
      ) : (
        <TextArea {...rest} label={label} hint={hint} rows={rows} value={value} onChange={onChange} />
      )}
      <Button look="quiet" onPress={() => setPreview(!preview)}>
        {preview ? words.write : words.preview}
      </Button>
    </div>
  );
}
