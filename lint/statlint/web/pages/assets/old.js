// Only browsers that know no modules run this: nothing else on the page works in them.
document.getElementById("old").removeAttribute("hidden");
