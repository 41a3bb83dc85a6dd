import { type ReactNode, useId } from 'react';
import { Link } from 'react-aria-components';
import { Avatar, type AvatarShape } from './Avatar.js';
import { Instant } from './Instant.js';
import { Markdown } from './Markdown.js';
import { StateOutline } from './StateOutline.js';

export interface LetterProps {
  name: string;
  /** The writer's role in words, such as 'Board president'. */
  seat?: string | undefined;
  shape?: AvatarShape;
  /** Where the writer sits, and its page. */
  place?: string | undefined;
  placeTo?: string;
  stateCode?: string | undefined;
  /** UTC, ISO 8601. */
  at: string;
  /** The letter in Markdown. */
  text: string;
  /** Answer, flag, edit. */
  actions?: ReactNode;
  /** It arrived while you were reading. */
  isNew?: boolean;
  anchor?: string;
}

/** A post set as a letter: who writes, from which seat and place, then the words. */
export function Letter({ name, seat, shape, place, placeTo, stateCode, at, text, actions, isNew = false, anchor }: LetterProps) {
  const id = useId();
  return (
    <article className="ui-letter" aria-labelledby={id} id={anchor} data-new={isNew || undefined}>
      <header className="ui-letter-head">
        <Avatar name={name} {...(shape ? { shape } : {})} />
        <div>
          <p className="ui-letter-name" id={id}>
            {name}
          </p>
          {seat && <p className="ui-letter-seat">{seat}</p>}
          {place && (
            <p className="ui-letter-place">
              {stateCode && <StateOutline code={stateCode} />}
              {placeTo ? (
                <Link href={placeTo} className="ui-link">
                  {place}
                </Link>
              ) : (
                place
              )}
            </p>
          )}
          <p className="ui-letter-when">
            <Instant at={at} form="ago" />
          </p>
        </div>
      </header>
      <div className="ui-letter-body">
        <Markdown text={text} />
        {actions && <div className="ui-letter-actions">{actions}</div>}
      </div>
    </article>
  );
}
