import { Component, type ReactNode } from 'react';

interface Props {
  /** The part that stands in the place of what broke. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Puts something calm in the place of what broke. React knows such a boundary only as a class. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.instead : this.props.children;
  }
}
