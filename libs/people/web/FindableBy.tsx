import { Button, ErrorState, Form, FormActions, Loading, RadioGroup, say, Section } from '@app/ui';
import { useAct, useGraph } from '@app/platform/web';
import { FindableByDocument, SetFindableByDocument } from './people.generated.js';
import { words } from './words.js';

/** Who finds this person by the search. */
export function FindableBy() {
  const { data, error, refetch } = useGraph(FindableByDocument, {});
  const set = useAct(SetFindableByDocument, { refreshes: ['FindableBy'], onDone: () => say(words.findableSaved) });
  return (
    <Section title={words.findableSection}>
      {error ? (
        <ErrorState onRetry={() => void refetch()}>{error.message}</ErrorState>
      ) : !data ? (
        <Loading lines={3} />
      ) : (
        <Form label={words.findableSection} onSubmit={(form) => void set.run({ findableBy: String(form.get('findableBy')) as typeof data.findableBy })} errors={set.fields} problem={set.message}>
          <RadioGroup name="findableBy" label={words.findable} hint={words.findableHint} options={words.findableOptions} defaultValue={data.findableBy} required />
          <FormActions>
            <Button type="submit" pending={set.pending}>
              {words.findableSave}
            </Button>
          </FormActions>
        </Form>
      )}
    </Section>
  );
}
