//! The list of every route stands in `docs/routes.txt`. The access matrix is made from it, so that a new route
//! cannot come without its row. `UPDATE=1 cargo test -p web --test routes` writes it anew.

#[test]
fn the_list_of_routes_is_the_one_that_the_access_matrix_is_made_from() {
    let mut listed: Vec<String> =
        web::map().listed().iter().map(|route| format!("{} {}", route.method, route.path)).collect();
    listed.sort_by_key(|line| line.split(' ').rev().map(str::to_owned).collect::<Vec<_>>());
    let made = listed.join("\n") + "\n";
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/routes.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &made).unwrap();
    }
    let stands = std::fs::read_to_string(file).unwrap_or_default();
    assert_eq!(
        stands, made,
        "docs/routes.txt is not true: run with UPDATE=1, then look at the access matrix"
    );
}
