import { Button } from '../Button.js';
import { Dialog } from '../Dialog.js';
import { Disclosure } from '../Disclosure.js';
import { Menu } from '../Menu.js';
import { Tabs } from '../Tabs.js';
import { say } from '../toasts.js';
import { Shelf } from './Shelf.js';
import { Specimen } from './Specimen.js';

/** What opens, closes and speaks up. */
export function Overlays() {
  return (
    <Shelf title="What opens and speaks">
      <Specimen name="Dialog">
        <Dialog
          title="Withdraw your signature?"
          role="alertdialog"
          trigger={<Button look="danger">Withdraw</Button>}
          actions={(close) => (
            <>
              <Button look="danger" onPress={close}>
                Withdraw my signature
              </Button>
              <Button look="quiet" onPress={close}>
                Keep it
              </Button>
            </>
          )}
        >
          <p>The statement goes back to two of three. The other two seats are told today. You can sign again until Friday 14 January, midnight Eastern.</p>
        </Dialog>
      </Specimen>
      <Specimen name="Menu">
        <Menu
          label="More"
          look="secondary"
          entries={[
            { label: 'Copy the address', onAction: () => say('The address is copied.') },
            { label: 'Read the history', to: '/_ui' },
            { label: 'Flag for the steward', onAction: () => say('The steward has been told.'), danger: true },
            { label: 'Pin', disabled: true },
          ]}
        />
      </Specimen>
      <Specimen name="Messages">
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => say('Your letter is posted.')}>Say that it worked</Button>
          <Button onPress={() => say('Your letter was not posted. Check your connection and send it again.', 'danger')}>Say that it failed</Button>
        </div>
      </Specimen>
      <Specimen name="Tabs">
        <Tabs
          label="Districts"
          tabs={[
            { id: 'list', label: 'List', content: <p>Twelve districts, nearest first.</p> },
            { id: 'map', label: 'Map', content: <p>The same twelve on a map.</p> },
          ]}
        />
      </Specimen>
      <Specimen name="Disclosure" wide>
        <div>
          <Disclosure title="Who can read this?">
            <p>Members of teams that came to Denver, and nobody else.</p>
          </Disclosure>
          <Disclosure title="What happens when a leader leaves?" defaultOpen>
            <p>The seat stays with the district. Whoever takes the seat has everything on the same day.</p>
          </Disclosure>
        </div>
      </Specimen>
    </Shelf>
  );
}
