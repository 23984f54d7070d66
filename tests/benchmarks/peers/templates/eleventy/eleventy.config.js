// The benchmark's site for Eleventy; {{…}} is filled in when the site is laid out.
const site = {
  title: "{{title}}",
  base: "{{base_url}}",
  description: "{{description}}",
  organization: "{{organization}}",
  listings: [
    { field: "department", name: "departments", path: "/departments/", title: "Departments" },
    { field: "town", name: "locations", path: "/locations/", title: "Places" },
    { field: "employment", name: "employment-types", path: "/employment-types/", title: "Types of employment" },
    { field: "topics", name: "tags", path: "/tags/", title: "Tags" },
  ],
};
const perPage = {{per_page}};
const feedItems = {{feed_items}};

const slug = (words) => words.toLowerCase().replace(/[^a-z0-9]+/g, "-");

// What many pages show is made once.
const once = (make) => {
  const made = new Map();
  return (value) => {
    if (!made.has(value)) made.set(value, make(value));
    return made.get(value);
  };
};

const inShort = once((content) => {
  const words = content.slice(0, 800).replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();
  return words.length <= 200 ? words : `${words.slice(0, 200).replace(/ \S*$/, "")}…`;
});
const days = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
const currencies = once((currency) => new Intl.NumberFormat("en-US", { style: "currency", currency, maximumFractionDigits: 0 }));

const escaped = (words) => words.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
const day = once((date) => days.format(new Date(date)));
const isoDay = (date) => date.toISOString().slice(0, 10);
const pay = ({ currency, min, max }) => `${currencies(currency).format(min)}–${currencies(currency).format(max)} per year`;

// A job in a list: in nine of them on average.
const card = once(({ url, date, content, data }) => `<article class="card" data-closes="${data.valid_through}">
  <div class="card-text">
    <h2><a href="${url}">${escaped(data.title)}</a></h2>
    <ul class="line">
      <li class="place"><bdi>${escaped(data.place)}</bdi></li>
      <li>${escaped(data.employment)}</li>
      <li><bdi>${escaped(data.department)}</bdi></li>
    </ul>
  </div>
  <ul class="card-side">
    <li class="pay">${pay(data.salary)}</li>
    <li><time datetime="${isoDay(date)}">Posted ${day(date)}</time></li>
    <li><time datetime="${data.valid_through}">Apply by ${day(data.valid_through)}</time></li>
    <template data-when-soon><li><span class="badge">Closing soon</span></li></template>
  </ul>
  <p class="summary">${escaped(inShort(content))}</p>
</article>`);

// A job in the RSS feeds, and in the JSON feeds.
const item = once(({ url, date, content, data }) => `<item>
<title>${escaped(data.title)}</title>
<link>${site.base}${url.slice(1)}</link>
<guid isPermaLink="true">${site.base}${url.slice(1)}</guid>
<pubDate>${date.toUTCString()}</pubDate>
<dc:creator>${escaped(site.organization)}</dc:creator>
${[...data.topics, data.department, data.employment_type].map((tag) => `<category>${escaped(tag)}</category>`).join("\n")}
<description>${escaped(inShort(content))}</description>
<content:encoded><![CDATA[${content}]]></content:encoded>
</item>`);
const jsonItem = once(({ url, date, content, data }) => JSON.stringify({
  id: site.base + url.slice(1),
  url: site.base + url.slice(1),
  title: data.title,
  summary: inShort(content),
  date_published: date.toISOString(),
  authors: [{ name: site.organization }],
  tags: [...data.topics, data.department, data.employment_type],
  _job_posting: { locations: [data.place], employment_types: [data.employment_type], valid_through: data.valid_through, identifier: data.identifier },
  content_html: content,
}));

// The numbers of the pages that a page links: the first, its neighbours and the last, and nothing for a gap.
const near = (number, pages) => {
  const shown = [...new Set([1, number - 1, number, number + 1, pages])].filter((one) => one >= 1 && one <= pages);
  return shown.flatMap((one, index) => (index && one > shown[index - 1] + 1 ? [null, one] : [one]));
};

// One entry for each page of a list: its jobs, its number and its neighbours' addresses.
const numbered = (jobs, path, more) => {
  const pages = Math.max(1, Math.ceil(jobs.length / perPage));
  const address = (number) => (number === 1 ? path : `${path}page/${number}/`);
  return Array.from({ length: pages }, (_, index) => ({
    ...more,
    jobs: jobs.slice(index * perPage, (index + 1) * perPage),
    total: jobs.length,
    start: index * perPage + 1,
    number: index + 1,
    pages,
    address: address(index + 1),
    previous: index ? address(index) : null,
    next: index + 1 < pages ? address(index + 2) : null,
    near: near(index + 1, pages).map((number) => number && { number, address: address(number) }),
    feed: path,
  }));
};

// All terms of the listings with their jobs, found once for all collections that are made of them.
let terms = null;
// The newest jobs of each department: one more than a job's page names, which leaves itself out.
let newest = null;
const termsOf = (jobs) => {
  terms ??= site.listings.flatMap((listing) => {
    const found = new Map();
    for (const job of jobs) {
      for (const name of [job.data[listing.field]].flat()) {
        if (!found.has(name)) found.set(name, []);
        found.get(name).push(job);
      }
    }
    return [...found].sort().map(([name, its]) => ({ listing, name, jobs: its, path: `${listing.path}${slug(name)}/` }));
  });
  newest ??= new Map(terms.filter((term) => term.listing.field === "department").map((term) => [term.name, term.jobs.slice(0, 5)]));
  return terms;
};

// Gives the headings their ids, as the commonest plug-in does, which would be one more to install.
const anchor = (state) => {
  const used = new Map();
  state.tokens.forEach((token, index) => {
    if (token.type !== "heading_open") return;
    const id = slug(state.tokens[index + 1].content);
    used.set(id, (used.get(id) ?? 0) + 1);
    token.attrSet("id", used.get(id) > 1 ? `${id}-${used.get(id) - 1}` : id);
  });
};

export default function (eleventy) {
  let jobs = null;
  const jobsOf = (all) => (jobs ??= all.getFilteredByGlob("content/jobs/*.md").reverse());
  eleventy.on("eleventy.before", () => {
    jobs = terms = newest = null;
  });

  // Else Nunjucks leaves an empty line for each of its own.
  eleventy.setNunjucksEnvironmentOptions({ trimBlocks: true, lstripBlocks: true });
  eleventy.amendLibrary("md", (markdown) => markdown.core.ruler.push("anchor", anchor));
  eleventy.addGlobalData("site", site);
  eleventy.addPassthroughCopy({ "theme-assets": "assets" });
  eleventy.addFilter("day", day);
  eleventy.addFilter("isoday", isoDay);
  eleventy.addFilter("rfc", (date) => date.toUTCString());
  eleventy.addFilter("slug", once(slug));
  eleventy.addFilter("pay", pay);
  eleventy.addFilter("card", card);
  eleventy.addFilter("item", item);
  eleventy.addFilter("inshort", inShort);
  eleventy.addFilter("contents", (content) =>
    Array.from(content.matchAll(/<h2 id="([^"]*)">(.*?)<\/h2>/gs), ([, id, text]) => ({ id, text: text.replace(/<[^>]*>/g, "") })));
  eleventy.addFilter("newest", (department, but) => newest.get(department).filter((job) => job.url !== but).slice(0, 4));
  eleventy.addFilter("firstnames", (terms) => terms.slice(0, 10).map((term) => term.name).join(", "));
  eleventy.addFilter("terms", (name, listing) => terms.filter((term) => term.listing.path === listing));
  eleventy.addFilter("jobposting", function (content) {
    const job = this.ctx;
    return JSON.stringify({
      "@context": "https://schema.org",
      "@type": "JobPosting",
      title: job.title,
      description: content,
      url: site.base + job.page.url.slice(1),
      identifier: { "@type": "PropertyValue", name: site.organization, value: job.identifier },
      datePosted: job.page.date.toISOString().slice(0, 10),
      validThrough: job.valid_through,
      employmentType: job.employment_type,
      hiringOrganization: { "@type": "Organization", name: site.organization, department: { "@type": "Organization", name: job.department } },
      jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: job.town, addressCountry: job.country_code } },
      baseSalary: { "@type": "MonetaryAmount", currency: job.salary.currency, value: { "@type": "QuantitativeValue", minValue: job.salary.min, maxValue: job.salary.max, unitText: "YEAR" } },
    }).replace(/</g, "\\u003c");
  });
  eleventy.addFilter("jsonfeed", ({ title, path, jobs: all }) => `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: site.base + path.slice(1),
    feed_url: `${site.base}${path.slice(1)}feed.json`,
    description: site.description,
    language: "en",
  }).slice(0, -1)},"items":[${all.map(jsonItem).join(",")}]}`);

  eleventy.addCollection("indexPages", (all) => numbered(jobsOf(all), "/", { title: site.title }));
  eleventy.addCollection("termPages", (all) =>
    termsOf(jobsOf(all)).flatMap((term) => numbered(term.jobs, term.path, { title: term.name, listing: term.listing })));
  eleventy.addCollection("feeds", (all) => [
    { title: site.title, path: "/", jobs: jobsOf(all).slice(0, feedItems) },
    ...termsOf(jobsOf(all)).map((term) => ({ title: `${site.title} – ${term.name}`, path: term.path, jobs: term.jobs.slice(0, feedItems) })),
  ]);
  eleventy.addCollection("jobs", jobsOf);

  return {
    dir: { input: "content", output: "output", includes: "../includes" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
