package fieldloom.catalog;

import fieldloom.model.Titles;

/**
 * A business system or a vendor's product whose documents the catalog has.
 *
 * @param id first part of its documents' ids: {@code "crm"}
 * @param vendor whether it is a vendor's product rather than one of the nine systems
 * @param name as people call it in every language: {@code "CRM"}
 * @param title what it is for, in a word or two
 * @param sentence what it holds, in a line
 * @param icon name of a Feather icon without {@code fth-}: {@code "users"}
 */
public record CatalogSystem(
    String id, boolean vendor, String name, Titles title, Titles sentence, String icon) {}
