import { PageHeader } from '../PageHeader.js';
import { Columns } from '../Columns.js';
import { Breadcrumbs } from '../Breadcrumbs.js';
import { Button } from '../Button.js';
import { Figures } from './Figures.js';
import { Fields } from './Fields.js';
import { Foundations } from './Foundations.js';
import { Overlays } from './Overlays.js';
import { Reading } from './Reading.js';
import { States } from './States.js';

/** Every component in every state, for those who build and those who judge. */
export default function Gallery() {
  return (
    <>
      <PageHeader
        above={<Breadcrumbs steps={[{ label: 'First page', to: '/' }, { label: 'Components', to: '/_ui' }]} />}
        title="Every component, in every state"
        lead="Type, colour, the mark, and the parts that pages are made of. Nothing here is decoration: what has no job is not in the box."
        action={<Button look="primary">The one thing to do</Button>}
      />
      <div className="mb-6">
        <Columns
          margin={
            <>
              <p>
                <strong className="text-ink">Who</strong>
                <br />
                Union, board and superintendent of a district
              </p>
              <p>
                <strong className="text-ink">When</strong>
                <br />
                14 January
              </p>
            </>
          }
        >
          <p>
            A reading column holds sixty to seventy-five characters, which is what the eye takes in without losing its line. Beside it runs a quiet margin for who, when and what about. On a phone the
            margin follows the text. Most pages need no more than this: a title, a lead, one thing to do, and words that are worth four minutes between two meetings.
          </p>
        </Columns>
      </div>
      <Foundations />
      <Fields />
      <Overlays />
      <Reading />
      <Figures />
      <States />
    </>
  );
}
