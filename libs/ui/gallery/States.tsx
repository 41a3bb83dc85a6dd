import { Button } from '../Button.js';
import { EmptyState } from '../EmptyState.js';
import { ErrorState } from '../ErrorState.js';
import { LinkButton } from '../LinkButton.js';
import { Loading } from '../Loading.js';
import { Notice } from '../Notice.js';
import { Shelf } from './Shelf.js';
import { Specimen } from './Specimen.js';

/** Notices, and what stands where nothing can be shown. */
export function States() {
  return (
    <Shelf title="States">
      <Specimen name="Notice: info">
        <Notice title="Read by members only">What you write here is open to the teams that came to Denver.</Notice>
      </Specimen>
      <Specimen name="Notice: attention, with something to do">
        <Notice kind="attention" title="One signature is missing" action={<Button>Remind the board president</Button>}>
          The RSVP counts once all three have signed, by Friday midnight Eastern.
        </Notice>
      </Specimen>
      <Specimen name="Notice: danger">
        <Notice kind="danger" title="The deadline has passed">
          The form was complete at 12:20 a.m. Eastern, twenty minutes after the end. Write to the organizers if something held you up.
        </Notice>
      </Specimen>
      <Specimen name="Notice: success">
        <Notice kind="success" title="All three have signed">
          The organizers answer by Friday 21 January.
        </Notice>
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState title="Nothing waits for your team" action={<LinkButton to="/_ui">Ask another district</LinkButton>}>
          Signatures, questions and steps will stand here as they come. Until then: a question to a district like yours is answered within three days, mostly.
        </EmptyState>
      </Specimen>
      <Specimen name="ErrorState">
        <ErrorState onRetry={() => undefined}>
          Accord cannot be reached. Check your connection and try again; what you wrote is still here.
        </ErrorState>
      </Specimen>
      <Specimen name="Loading">
        <Loading lines={4} />
      </Specimen>
      <Specimen name="Loading, a whole page">
        <Loading page lines={3} />
      </Specimen>
    </Shelf>
  );
}
