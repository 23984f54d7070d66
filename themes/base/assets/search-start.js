// Runs before anything is painted: whoever comes with a search in the address shall not see the whole list first.
{
  const parameters = new URLSearchParams(location.search)
  const { names } = document.currentScript.dataset
  if (names.split(' ').some((name) => parameters.get(name))) document.documentElement.dataset.searching = ''
}
