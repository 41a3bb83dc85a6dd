import { TextPage } from './TextPage.js';
import { privacy } from './texts.js';

export default function PrivacyPage() {
  return <TextPage text={privacy} />;
}
