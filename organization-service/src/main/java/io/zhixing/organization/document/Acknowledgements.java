package io.zhixing.organization.document;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Acknowledgements implements PanacheRepositoryBase<Acknowledgement, UUID> {}
