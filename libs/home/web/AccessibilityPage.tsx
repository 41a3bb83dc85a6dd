import { TextPage } from './TextPage.js';
import { accessibility } from './texts.js';

export default function AccessibilityPage() {
  return <TextPage text={accessibility} />;
}
