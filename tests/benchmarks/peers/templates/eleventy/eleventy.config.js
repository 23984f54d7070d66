// The benchmark's site for Eleventy; {{…}} is filled in when the site is laid out.
const site = {
  title: "{{title}}",
  base: "{{base_url}}",
  description: "{{description}}",
  organization: "{{organization}}",
  listings: [
    { field: "department", path: "/departments/", title: "Departments" },
    { field: "town", path: "/locations/", title: "Places" },
    { field: "employment", path: "/employment-types/", title: "Types of employment" },
    { field: "topics", path: "/tags/", title: "Tags" },
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

const days = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
const currencies = once((currency) => new Intl.NumberFormat("en-US", { style: "currency", currency, maximumFractionDigits: 0 }));

// One entry for each page of a list: its jobs, its number and its neighbours' addresses.
const numbered = (jobs, path, more) => {
  const pages = Math.max(1, Math.ceil(jobs.length / perPage));
  const address = (number) => (number === 1 ? path : `${path}page/${number}/`);
  return Array.from({ length: pages }, (_, index) => ({
    ...more,
    jobs: jobs.slice(index * perPage, (index + 1) * perPage),
    total: jobs.length,
    number: index + 1,
    pages,
    address: address(index + 1),
    previous: index ? address(index) : null,
    next: index + 1 < pages ? address(index + 2) : null,
    feed: path,
  }));
};

// All terms of the listings with their jobs, found once for all collections that are made of them.
let terms = null;
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
  return terms;
};

export default function (eleventy) {
  let jobs = null;
  const jobsOf = (all) => (jobs ??= all.getFilteredByGlob("content/jobs/*.md").reverse());
  eleventy.on("eleventy.before", () => {
    jobs = terms = null;
  });

  // Else Nunjucks leaves an empty line for each of its own.
  eleventy.setNunjucksEnvironmentOptions({ trimBlocks: true, lstripBlocks: true });
  eleventy.addGlobalData("site", site);
  eleventy.addPassthroughCopy({ "theme-assets": "assets" });
  eleventy.addFilter("day", once((date) => days.format(new Date(date))));
  eleventy.addFilter("isoday", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("rfc", (date) => date.toUTCString());
  eleventy.addFilter("slug", once(slug));
  eleventy.addFilter("pay", ({ currency, min, max }) => `${currencies(currency).format(min)}–${currencies(currency).format(max)} per year`);
  eleventy.addFilter("inshort", once((content) => {
    const words = content.slice(0, 800).replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();
    return words.length <= 200 ? words : `${words.slice(0, 200).replace(/ \S*$/, "")}…`;
  }));
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
      hiringOrganization: { "@type": "Organization", name: site.organization },
      jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: job.town, addressCountry: job.country_code } },
      baseSalary: { "@type": "MonetaryAmount", currency: job.salary.currency, value: { "@type": "QuantitativeValue", minValue: job.salary.min, maxValue: job.salary.max, unitText: "YEAR" } },
    }).replace(/</g, "\\u003c");
  });
  eleventy.addFilter("jsonfeed", ({ title, path, jobs: all }) => JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: site.base + path.slice(1),
    feed_url: `${site.base}${path.slice(1)}feed.json`,
    language: "en",
    items: all.map((job) => ({
      id: site.base + job.url.slice(1),
      url: site.base + job.url.slice(1),
      title: job.data.title,
      date_published: job.date.toISOString(),
      authors: [{ name: site.organization }],
      tags: [...job.data.topics, job.data.department, job.data.employment_type],
      _job_posting: { locations: [job.data.place], employment_types: [job.data.employment_type], valid_through: job.data.valid_through, identifier: job.data.identifier },
      content_html: job.content,
    })),
  }));

  eleventy.addCollection("indexPages", (all) => numbered(jobsOf(all), "/", { title: site.title }));
  eleventy.addCollection("termPages", (all) =>
    termsOf(jobsOf(all)).flatMap((term) => numbered(term.jobs, term.path, { title: term.name, listing: term.listing })));
  eleventy.addCollection("feeds", (all) => [
    { title: site.title, path: "/", jobs: jobsOf(all).slice(0, feedItems) },
    ...termsOf(jobsOf(all)).map((term) => ({ title: term.name, path: term.path, jobs: term.jobs.slice(0, feedItems) })),
  ]);
  eleventy.addCollection("jobs", jobsOf);

  return {
    dir: { input: "content", output: "output", includes: "../includes" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
