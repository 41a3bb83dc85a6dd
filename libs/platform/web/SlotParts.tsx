import { Component, type ComponentType, createContext, lazy, type LazyExoticComponent, type ReactNode, Suspense, useContext } from 'react';
import { Loading } from '@app/ui';
import type { WebFeature } from './feature.js';
import type { Slot, SlotPart } from './slot.js';

const Features = /* @__PURE__ */ createContext<readonly WebFeature[]>([]);

/** Tells the pages which features there are, so that slots can be filled. */
export function FeaturesProvider({ features, children }: { features: readonly WebFeature[]; children: ReactNode }) {
  return <Features value={features}>{children}</Features>;
}

// A part is loaded once, however often its page is drawn.
const made = new Map<SlotPart<never>, LazyExoticComponent<ComponentType<object>>>();

function componentOf(part: SlotPart<never>): LazyExoticComponent<ComponentType<object>> {
  const found = made.get(part) ?? lazy(part.load as () => Promise<{ default: ComponentType<object> }>);
  made.set(part, found);
  return found;
}

/** Shows what other features add to this page, in their order: `<SlotParts slot={districtSlot} props={{ id, slug, name }} />`. */
export function SlotParts<Props extends object>({ slot, props }: { slot: Slot<Props>; props: Props }) {
  const parts = useContext(Features)
    .flatMap((feature) => feature.slots ?? [])
    .filter((fill) => fill.slot === slot.name)
    .flatMap((fill) => fill.parts)
    .toSorted((one, other) => one.order - other.order);
  return parts.map((part, at) => {
    const Part = componentOf(part);
    return (
      <PartGuard key={at}>
        <Suspense fallback={<Loading lines={2} />}>
          <Part {...props} />
        </Suspense>
      </PartGuard>
    );
  });
}

/** A part that breaks takes itself away and leaves the page standing. */
class PartGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }
}
