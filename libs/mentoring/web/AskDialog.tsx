import { Button, Dialog, ErrorState, Form, FormActions, Loading, say, Select, TextArea } from '@app/ui';
import { useAct, useGraph } from '@app/platform/web';
import { useVocabulary } from '@app/framework/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { WORDS_MAX } from '../contract/limits.js';
import { AskForMentoringDocument, MentorOfDocument } from './mentoring.generated.js';
import { words } from './words.js';

const ANY = 'any';

/** The short letter to a presenting district; open while there is an id. */
export function AskDialog({ mentorId, name, principle, onClose }: { mentorId: string | null; name: string | undefined; principle: number | null; onClose: () => void }) {
  return (
    <Dialog title={words.askTitle(name ?? '')} open={mentorId !== null} onOpenChange={(open) => !open && onClose()}>
      {mentorId && <Letter key={mentorId} mentorId={mentorId} principle={principle} onClose={onClose} />}
    </Dialog>
  );
}

function Letter({ mentorId, principle, onClose }: { mentorId: string; principle: number | null; onClose: () => void }) {
  const navigate = useNavigate();
  const { principles } = useVocabulary();
  const { data, error, refetch } = useGraph(MentorOfDocument, { id: mentorId });
  const [text, setText] = useState('');
  const [about, setAbout] = useState(principle === null ? ANY : String(principle));
  const ask = useAct(AskForMentoringDocument, {
    idempotent: true,
    onDone: (link) => {
      say(words.asked(link.mentor.name), 'success');
      void navigate(`/mentoring/${link.id}`);
    },
  });
  if (error) return <ErrorState onRetry={() => void refetch()}>{error.message}</ErrorState>;
  if (!data) return <Loading lines={4} label={words.loadingMentor} />;
  if (!data.mentor?.viewerCan.ask) return <p>{words.cannotAsk}</p>;
  return (
    <Form
      label={words.askTitle(data.mentor.name)}
      onSubmit={() => void ask.run({ mentorId, words: text, principle: about === ANY ? null : Number(about) })}
      errors={ask.fields}
      problem={ask.message}
    >
      <p>{words.askLead}</p>
      <Select
        name="principle"
        label={words.about}
        required
        options={[{ value: ANY, label: words.anyPrinciple }, ...principles.map(({ number, name }) => ({ value: String(number), label: words.principleName(number, name) }))]}
        value={about}
        onChange={setAbout}
      />
      <TextArea name="words" label={words.letter} hint={words.letterHint} rows={4} maxLength={WORDS_MAX} value={text} onChange={setText} required />
      <p className="text-note text-quiet">{words.record}</p>
      <FormActions>
        <Button type="submit" look="primary" pending={ask.pending}>
          {words.send}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
      </FormActions>
    </Form>
  );
}
