import { TextPage } from './TextPage.js';
import { terms } from './texts.js';

export default function TermsPage() {
  return <TextPage text={terms} />;
}
