import { TextPage } from './TextPage.js';
import { help } from './texts.js';

export default function HelpPage() {
  return <TextPage text={help} />;
}
