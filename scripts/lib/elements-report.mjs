// What each element has, from the manifest, in a form to be read.
const typeOf = ({ type }) => type?.text ?? "unknown";

function section(title, lines) {
  return lines.length === 0
    ? ""
    : `\n${title}\n\n${lines
        .toSorted()
        .map((line) => `- ${line}\n`)
        .join("")}`;
}

const signatureOf = ({ name, parameters = [], return: result }) => {
  const given = parameters.map(
    ({ name: parameter, optional, ...rest }) => `${parameter}${optional ? "?" : ""}: ${typeOf(rest)}`,
  );
  return `\`${name}(${given.join(", ")}): ${result ? typeOf(result) : "void"}\``;
};

/** @param {object[]} elements as `analyze` gives them. */
export function elementsReport(elements) {
  const reports = elements.map(({ declaration }) => {
    const {
      tagName,
      members = [],
      attributes = [],
      events = [],
      slots = [],
      cssParts = [],
      cssProperties = [],
    } = declaration;
    const fields = members.filter(({ kind }) => kind === "field");
    return (
      `\n## ${tagName}\n` +
      section(
        "Properties",
        fields.map((field) => `\`${field.name}: ${typeOf(field)}\`${field.readonly ? ", read only" : ""}`),
      ) +
      section(
        "Attributes",
        attributes.map(({ name }) => `\`${name}\``),
      ) +
      section("Methods", members.filter(({ kind }) => kind === "method").map(signatureOf)) +
      section(
        "Events",
        events.map((event) => `\`${event.name}\`: ${typeOf(event)}`),
      ) +
      section(
        "Slots",
        slots.map(({ name }) => `\`${name || "(default)"}\``),
      ) +
      section(
        "Parts",
        cssParts.map(({ name }) => `\`${name}\``),
      ) +
      section(
        "Custom properties",
        cssProperties.map(({ name }) => `\`${name}\``),
      )
    );
  });
  return `# Elements\n${reports.join("")}`;
}
