import { Button, Dialog, ErrorState, Form, FormActions, Instant, Loading, SearchField, Section, say, Table, TextField, TextLink } from '@app/ui';
import { useAct, useGraph } from '@app/platform/web';
import { useState } from 'react';
import { roomWords as words } from './room-words.js';
import { FileRoomsDocument, type RoomLineFragment, SetFileRoomDocument } from './rooms.generated.js';

/** The steward's desk: whose files take most, and more room for whoever needs it. */
export default function RoomsPanel() {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<RoomLineFragment | null>(null);
  const { data, error, isPending, refetch } = useGraph(FileRoomsDocument, { text: text || null });
  return (
    <div id="rooms" className="mt-6">
      <Section title={words.title}>
        <p className="mb-2 text-quiet">{words.lead}</p>
        <div className="mb-2 max-w-[30rem]">
          <SearchField label={words.find} onSubmit={setText} onChange={(value) => value === '' && setText('')} />
        </div>
        {error && (
          <ErrorState level={2} title={words.failed} onRetry={() => void refetch()}>
            <p>{error.message}</p>
          </ErrorState>
        )}
        {isPending && <Loading lines={3} />}
        {data && (
          <Table
            caption={words.caption}
            rows={data.fileRooms}
            rowKey={(room) => room.organization.id}
            empty={<p>{text ? words.none : words.noFiles}</p>}
            columns={[
              {
                key: 'name',
                label: words.name,
                rowHeader: true,
                cell: ({ organization }) => (
                  <>
                    <TextLink to={organization.path}>{organization.name}</TextLink>
                    {organization.state ? `, ${organization.state}` : ''}
                  </>
                ),
              },
              { key: 'used', label: words.usedHead, numeric: true, cell: (room) => words.size(room.usedBytes), sortBy: (room) => room.usedBytes },
              { key: 'limit', label: words.limitHead, numeric: true, cell: (room) => words.size(room.limitBytes), sortBy: (room) => room.limitBytes },
              {
                key: 'changed',
                label: words.changedHead,
                cell: (room) =>
                  room.setAt && room.reason ? (
                    <>
                      <Instant at={room.setAt} form="day" />, {words.by(room.setBy, room.reason)}
                    </>
                  ) : (
                    words.usual
                  ),
              },
              {
                key: 'change',
                label: words.changeHead,
                cell: (room) => (
                  <Button look="quiet" onPress={() => setChosen(room)}>
                    {words.change(room.organization.name)}
                  </Button>
                ),
              },
            ]}
          />
        )}
        {chosen && <GiveRoom room={chosen} onClose={() => setChosen(null)} />}
      </Section>
    </div>
  );
}

function GiveRoom({ room, onClose }: { room: RoomLineFragment; onClose: () => void }) {
  const { name } = room.organization;
  const set = useAct(SetFileRoomDocument, {
    refreshes: ['FileRooms'],
    onDone: ({ limitBytes }) => {
      onClose();
      say(words.saved(name, limitBytes), 'success');
    },
  });
  return (
    <Dialog title={words.changeTitle(name)} open onOpenChange={(open) => !open && onClose()}>
      <Form
        errors={set.fields}
        problem={set.message}
        onSubmit={(data) => {
          const megabytes = String(data.get('megabytes') ?? '').trim();
          void set.run({ organizationId: room.organization.id, megabytes: megabytes ? Number(megabytes) : null, reason: String(data.get('reason') ?? '') });
        }}
      >
        <TextField name="megabytes" type="number" label={words.megabytes} hint={words.megabytesHint} defaultValue={room.megabytes === null ? '' : String(room.megabytes)} width="short" />
        <TextField name="reason" label={words.reason} hint={words.reasonHint} maxLength={300} required />
        <FormActions>
          <Button type="submit" look="primary" pending={set.pending}>
            {words.save}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {words.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
