const rows = [
  ['Help desk name', 'Fernhill Support'],
  ['Support address', 'support@fernhill.example'],
  ['Time zone', 'Europe/Berlin'],
  ['Language', 'English'],
  ['Business hours', 'Monday to Friday, 8:00 to 18:00'],
  ['First answer within', '4 business hours'],
] as const;

/** What the help desk is called and when it works. */
export function GeneralSettings() {
  return (
    <section aria-labelledby="general-title" className="stack">
      <h2 id="general-title">Your help desk</h2>
      <dl className="facts card">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
