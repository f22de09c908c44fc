interface Props {
  title: string;
  purpose?: string;
  /** The way back, above the heading. */
  trail?: React.ReactNode;
  children?: React.ReactNode;
}

/** The heading of a page, and what can be done there. */
export function PageHeader({ title, purpose, trail, children }: Props) {
  return (
    <header className="page-header">
      {trail && <p className="trail">{trail}</p>}
      <h1>{title}</h1>
      {children && <div className="actions">{children}</div>}
      {purpose && <p className="purpose">{purpose}</p>}
    </header>
  );
}
