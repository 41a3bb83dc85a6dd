import { Button } from '../Button.js';
import { Instant } from '../Instant.js';
import { Letter } from '../Letter.js';
import { Markdown } from '../Markdown.js';
import { Pagination } from '../Pagination.js';
import { Shelf } from './Shelf.js';
import { Specimen } from './Specimen.js';

const hostile = 'A letter may have *emphasis*, **weight**, a [link](https://example.org), `code` and\na line that ends.\n\n# A heading becomes a strong line\n\n> and a quotation\n\n1. a list\n2. of steps\n\n<script>alert(1)</script> ![no picture](https://example.org/x.png) [no script](javascript:alert(1))';
const hour = 3_600_000;

/** Letters, members' text and dates. */
export function Reading() {
  const now = Date.now();
  return (
    <Shelf title="Reading">
      <Specimen name="Letters" wide>
        <Letter
          name="Marcus Oyelaran"
          seat="Board president"
          shape="square"
          place="Elk Prairie 12"
          placeTo="/_ui"
          stateCode="CO"
          at={new Date(now - 26 * hour).toISOString()}
          text={'We did this two years ago and would do it **again**, but slower.\n\nThe committee met nine times before it wrote a word. That felt like a waste in the autumn and saved us in the spring. Happy to send the minutes.'}
          actions={
            <>
              <Button look="quiet">Answer</Button>
              <Button look="quiet">Flag</Button>
            </>
          }
        />
        <Letter
          name="Ruth Delgado-Kim"
          seat="Association president"
          shape="hexagon"
          place="Tres Lagos Unified"
          stateCode="TX"
          at={new Date(now - 2 * hour).toISOString()}
          text="Please do. Did the teachers on the committee get released time?"
          isNew
        />
        <Pagination shown={2} total={14} hasMore onMore={() => undefined} />
      </Specimen>
      <Specimen name="Markdown from a member, hostile parts taken out">
        <Markdown text={hostile} />
      </Specimen>
      <Specimen name="Instant: moment, deadline, day, ago">
        <ul className="grid gap-1">
          <li>
            <Instant at="2011-02-15T14:00:00Z" zone="America/Denver" />
          </li>
          <li>
            <Instant at="2011-01-15T05:00:00Z" zone="America/New_York" deadline />
          </li>
          <li>
            <Instant at="2012-03-30T21:00:00Z" zone="America/New_York" form="day" />
          </li>
          <li>
            <Instant at={new Date(now - 3 * hour).toISOString()} form="ago" />
          </li>
        </ul>
      </Specimen>
    </Shelf>
  );
}
