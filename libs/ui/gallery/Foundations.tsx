import { Avatar } from '../Avatar.js';
import { Button } from '../Button.js';
import { LinkButton } from '../LinkButton.js';
import { Mark } from '../Mark.js';
import { StateOutline } from '../StateOutline.js';
import { Tag } from '../Tag.js';
import { TagList } from '../TagList.js';
import { TextLink } from '../TextLink.js';
import { Shelf } from './Shelf.js';
import { Specimen } from './Specimen.js';

const seats = (...signed: boolean[]) => ['Superintendent', 'Board president', 'Association president', 'State chief', 'AFT president'].slice(0, signed.length).map((label, at) => ({ label, signed: signed[at] ?? false }));
const states = ['CO', 'TX', 'HI', 'AK', 'MI', 'LA', 'PR', 'NY', 'XX'];
const colours = ['paper', 'paper-sunk', 'line', 'line-strong', 'ink-quiet', 'ink', 'accent-tint', 'accent', 'accent-deep', 'attention-tint', 'attention-mark', 'danger-tint', 'danger'];

/** The mark, type, colour, buttons and small signs. */
export function Foundations() {
  return (
    <>
      <Shelf title="The mark">
        <Specimen name="As a sign: large, medium, small, line">
          <div className="flex items-end gap-4">
            <Mark size="large" />
            <Mark />
            <Mark size="small" />
            <Mark size="line" />
          </div>
        </Specimen>
        <Specimen name="A joint act: none, one, two and all have signed">
          <div className="flex flex-wrap items-end gap-4">
            <Mark seats={seats(false, false, false)} />
            <Mark seats={seats(true, false, false)} />
            <Mark seats={seats(true, true, false)} />
            <Mark seats={seats(true, true, true)} />
          </div>
        </Specimen>
        <Specimen name="Spelled out">
          <Mark seats={seats(true, false, true)} spelled />
        </Specimen>
        <Specimen name="Four and five seats; beside a line of text">
          <div className="flex flex-wrap items-center gap-4">
            <Mark seats={seats(true, true, false, true)} />
            <Mark seats={seats(true, false, true, true, false)} />
            <span className="flex items-center gap-1">
              <Mark size="line" seats={seats(true, false, true)} /> two of three have signed
            </span>
          </div>
        </Specimen>
      </Shelf>
      <Shelf title="Type and colour">
        <Specimen name="Five sizes">
          <p className="text-display font-bold tracking-tight">Display 44/52</p>
          <p className="text-title font-semibold">Title 28/36</p>
          <p className="text-lead">Lead 21/30</p>
          <p>Body 17/27, for all that is read</p>
          <p className="text-note">Note 15/24, for who, when and tags</p>
        </Specimen>
        <Specimen name="The serif, for practices, case studies and statements">
          <p className="font-serif text-title font-semibold">A joint committee decides how teachers are evaluated</p>
          <p className="mt-1 font-serif text-lead">Since 1997 labor and management have met every month, with an agenda that both sides write.</p>
        </Specimen>
        <Specimen name="Colours" wide>
          <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-7">
            {colours.map((colour) => (
              <li key={colour} className="ui-note">
                <span className="mb-1 block h-6 border border-line" style={{ background: `var(--${colour})` }} />
                {colour}
              </li>
            ))}
          </ul>
        </Specimen>
      </Shelf>
      <Shelf title="Buttons, links and signs">
        <Specimen name="Primary, secondary, quiet, danger">
          <div className="flex flex-wrap items-center gap-2">
            <Button look="primary">Sign the statement</Button>
            <Button>Write a letter</Button>
            <Button look="danger">Withdraw</Button>
            <Button look="quiet">Not now</Button>
          </div>
        </Specimen>
        <Specimen name="On its way, not possible, with a sign">
          <div className="flex flex-wrap items-center gap-2">
            <Button look="primary" pending>
              Sign the statement
            </Button>
            <Button isDisabled>Write a letter</Button>
            <Button icon="file">Attach a file</Button>
          </div>
        </Specimen>
        <Specimen name="Links">
          <div className="flex flex-wrap items-center gap-3">
            <LinkButton to="/_ui">Read the practice</LinkButton>
            <p>
              A link <TextLink to="/_ui">in running text</TextLink> goes on.
            </p>
          </div>
        </Specimen>
        <Specimen name="Tags: plain, as links, and as states">
          <div className="grid gap-1">
            <TagList label="Topics" tags={[{ label: 'Teacher evaluation', to: '/_ui' }, { label: 'Compensation', to: '/_ui' }, { label: 'Rural' }]} />
            <div className="flex flex-wrap gap-1">
              <Tag look="accent">In force</Tag>
              <Tag look="attention">Due Friday</Tag>
              <Tag look="danger">Refused</Tag>
            </div>
          </div>
        </Specimen>
        <Specimen name="People: seats told apart by shape and word">
          <div className="flex items-center gap-2">
            <Avatar name="Dr. Ana Whitfield" size="large" />
            <Avatar name="Marcus Oyelaran" shape="square" size="large" />
            <Avatar name="Ruth Delgado-Kim" shape="hexagon" size="large" />
            <Avatar name="Jo" size="small" />
          </div>
        </Specimen>
        <Specimen name="State outlines, letters where there is none">
          <div className="flex flex-wrap items-center gap-2">
            {states.map((code) => (
              <StateOutline key={code} code={code} size="medium" named />
            ))}
            <span>
              <StateOutline code="CO" /> Denver
            </span>
          </div>
        </Specimen>
      </Shelf>
    </>
  );
}
