import { Button, Icon } from '@app/ui';
import { ask } from '@app/platform/web';
import { useEffect, useRef, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { SuggestTitlesDocument, type SuggestTitlesQuery } from './search.generated.js';
import { words } from './words.js';

type Title = SuggestTitlesQuery['suggest'][number];

export interface SearchBoxProps {
  /** What stands in it at first. */
  text?: string;
  /** Shows the button beside the box; in the masthead the Enter key is enough. */
  button?: boolean;
  label?: string;
}

const PAUSE_MS = 180;

/** The one box: titles are suggested while you type, Enter looks everywhere. */
export function SearchBox({ text: given = '', button = false, label = words.box }: SearchBoxProps) {
  const navigate = useNavigate();
  const [text, setText] = useState(given);
  const titles = useTitles(text, given);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(given), [given]);

  function lookEverywhere() {
    void navigate(`/search?q=${encodeURIComponent(text.trim())}`);
  }

  return (
    <form
      role="search"
      className="flex w-full max-w-[44rem] items-end gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        lookEverywhere();
      }}
      // Before the list does: with no title picked, Enter means the words themselves.
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || event.target !== input.current || input.current?.getAttribute('aria-activedescendant')) return;
        event.preventDefault();
        event.stopPropagation();
        lookEverywhere();
      }}
    >
      <ComboBox
        items={titles}
        inputValue={text}
        onInputChange={setText}
        value={null}
        onChange={(key) => {
          const title = titles.find((one) => one.id === key);
          if (title) void navigate(title.path);
        }}
        allowsCustomValue
        // Titles come later than the letters: the list has to be open for them already.
        allowsEmptyCollection={text.trim().length > 1 && text !== given}
        defaultFilter={() => true}
        className="ui-field ui-search grow"
      >
        <Label className="ui-hidden">{label}</Label>
        <div className="ui-input-group">
          <span className="ui-input-start">
            <Icon name="search" />
          </span>
          <Input ref={input} className="ui-input" type="search" enterKeyHint="search" placeholder={words.placeholder} maxLength={200} />
        </div>
        <Popover className="ui-popover">
          <ListBox<Title> className="ui-list" renderEmptyState={() => <p className="ui-list-empty">{words.noTitle}</p>}>
            {(title) => (
              <ListBoxItem id={title.id} textValue={title.title} className="ui-option">
                <Text slot="label">{title.title}</Text>
                <Text slot="description" className="ui-option-note">
                  {[words.one[title.kind] ?? words.readable(title.kind), title.organizationName, title.state, title.superseded && words.superseded].filter(Boolean).join(', ')}
                </Text>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {button && (
        <Button type="submit" look="primary">
          {words.go}
        </Button>
      )}
    </form>
  );
}

/** Titles for what has been typed, once the writer pauses; none for what stood there before. */
function useTitles(text: string, given: string): readonly Title[] {
  const [titles, setTitles] = useState<readonly Title[]>([]);
  useEffect(() => {
    if (text.trim().length < 2 || text === given) {
      setTitles([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      // Suggestions are a courtesy: without them the box works all the same.
      ask(SuggestTitlesDocument, { text: text.slice(0, 200) }, abort.signal).then(
        ({ suggest }) => setTitles(suggest),
        () => setTitles([]),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, given]);
  return titles;
}
